import { districts } from "./districts";

/** Today's administrative district and managing unit of a recommending unit (domain.md §1.2, §5.1). */
export function placeOf(districtId: string) {
  const district = districts.find((row) => row.code === districtId);
  return {
    administrativeDistrictId: district?.currentAdministrativeDistrict ?? districtId,
    managingUnitId: district?.currentManagingUnit ?? districtId,
  };
}
